import type { Need } from '../policies/access.ts';
import type { EmbeddedFauxqs } from '../queues/embedded-fauxqs.ts';
import { UnknownAwsCall, type AwsCall, type AwsService } from './aws-call.ts';

const objectActions: Record<string, string> = {
  GET: 's3:GetObject',
  HEAD: 's3:GetObject',
  PUT: 's3:PutObject',
  POST: 's3:PutObject',
  DELETE: 's3:DeleteObject',
};

export function s3Service(fauxqs: EmbeddedFauxqs): AwsService {
  return {
    needs(call): Need[] {
      const { bucket, key } = addressOf(call);
      if (key === '') {
        if (call.method === 'GET' || call.method === 'HEAD')
          return [{ action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` }];
        throw new UnknownAwsCall(`s3 ${call.method} of a bucket`);
      }
      const action = objectActions[call.method];
      if (action === undefined) throw new UnknownAwsCall(`s3 ${call.method}`);
      return [{ action, resource: `arn:aws:s3:::${bucket}/${key}` }];
    },
    serve(call) {
      const { path } = addressOf(call);
      const headers = { ...call.headers, host: '127.0.0.1' };
      return fauxqs.request({ method: call.method, url: path, headers, body: call.body });
    },
  };
}

/** The SDK puts the bucket before the host when the address has a name, and into the path when it is a number. */
function addressOf(call: AwsCall): { bucket: string; key: string; path: string } {
  const url = new URL(call.url, 'http://local');
  const [bucket = '', ...rest] = url.pathname.split('/').slice(1);
  return { bucket, key: decodeURIComponent(rest.join('/')), path: call.url };
}
