/**
 * Lambda hands a function's role over in these variables. The SDK's own default chain also knows profiles, SSO, logins
 * and instance metadata, which no function here uses and which make up a third of every bundle: the bundler puts this
 * module in the place of `@aws-sdk/credential-provider-node`.
 */
export const defaultProvider = () => (): Promise<Credentials> => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
  if (!accessKeyId || !secretAccessKey) return Promise.reject(new NoCredentials());
  const { AWS_SESSION_TOKEN: sessionToken } = process.env;
  return Promise.resolve({ accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) });
};

type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };

export class NoCredentials extends Error {
  constructor() {
    super('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set');
    this.name = 'NoCredentials';
  }
}
