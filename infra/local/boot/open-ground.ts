import { createActivity, type Activity } from '../clock/activity.ts';
import { startClock, type VirtualClock } from '../clock/virtual-clock.ts';
import { dataFiles, type DataFiles } from '../data/data-dir.ts';
import { startGateway, type Gateway } from '../gateway/start-gateway.ts';
import type { Tell } from '../happening.ts';
import { startApi, type LocalApi } from '../http/start-api.ts';
import type { LocalStackOptions } from '../local-stack.ts';
import { guardAccess, type Access, type WeighedCall } from '../policies/access.ts';
import { readAssetFolders, readTemplate } from '../template/read-template.ts';
import { resolveResources, type Resources } from '../template/resources.ts';
import type { Undo } from './undo.ts';

/** What everything else stands on: the clock, the ports, the resolved template and its policies. */
export type Ground = {
  readonly files: DataFiles;
  readonly assetFolders: ReadonlyMap<string, string>;
  readonly clock: VirtualClock;
  readonly activity: Activity;
  readonly tell: Tell;
  readonly gateway: Gateway;
  readonly api: LocalApi;
  readonly resources: Resources;
  readonly access: Access;
  readonly denied: readonly WeighedCall[];
};

export async function openGround(options: LocalStackOptions, undo: Undo, tell: Tell): Promise<Ground> {
  const template = readTemplate(options.templateFile);
  const assetFolders = readAssetFolders(options.templateFile, options.assetsDir);
  const files = dataFiles(options.dataDir);
  const clock = startClock({ ...options.clock, ...(files.clock !== undefined && { file: files.clock }) });
  undo.later(() => clock.restore());
  const activity = createActivity();
  const gateway = await startGateway(activity, (call) => {
    process.stderr.write(`not known to the local stack: ${call}\n`);
    tell({ kind: 'unknown-call', call });
  });
  undo.later(() => gateway.stop());
  const api = await startApi(options.port ?? 0, activity, options.otherPages);
  undo.later(() => api.stop());
  const addresses = { apiUrl: api.url, awsUrl: gateway.url, stackName: 'Handrail' };
  const resources = resolveResources(template, addresses);
  return { files, assetFolders, clock, activity, tell, gateway, api, resources, ...guard(resources, tell) };
}

function guard(resources: Resources, tell: Tell): { access: Access; denied: WeighedCall[] } {
  const denied: WeighedCall[] = [];
  const access = guardAccess(resources, (call) => {
    const { who, action, resource, because = '' } = call;
    denied.push(call);
    process.stderr.write(`DENIED ${who}: ${action} on ${resource}: ${because}\n`);
    tell({ kind: 'denied', who, action, resource, because });
  });
  return { access, denied };
}
