/** What the functions' secrets hold while requests are made up; both values of a rotation are good. */
export const secrets = {
  twilio: {
    accountSid: `AC${'0'.repeat(32)}`,
    authToken: 'a-token-of-tests',
    previousAuthToken: 'an-older-token',
  },
  events: { current: 'an-events-key-of-tests', previous: 'an-older-events-key' },
  link: { current: 'a-link-key-of-tests', previous: 'an-older-link-key' },
  pepper: { pepper: 'a-pepper-of-tests' },
} as const;

export const PUBLIC_URL = 'https://care.example.org';
