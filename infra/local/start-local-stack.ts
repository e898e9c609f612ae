import { openAgenda, type Agenda } from './agenda.ts';
import { startAlarms } from './alarms/start-alarms.ts';
import { createActivity } from './clock/activity.ts';
import { driveClock } from './clock/drive-clock.ts';
import { createScript } from './clock/script.ts';
import { startClock } from './clock/virtual-clock.ts';
import { controls } from './controls.ts';
import { dataFiles } from './data/data-dir.ts';
import { startEngines } from './engines.ts';
import { createEventBuses, gatherRules } from './events/event-buses.ts';
import { deliverEvents } from './events/deliver-event.ts';
import { openGateway } from './gateway/open-gateway.ts';
import { startGateway } from './gateway/start-gateway.ts';
import type { Tell } from './happening.ts';
import { gatherRoutes } from './http/api-routes.ts';
import { startApi } from './http/start-api.ts';
import { startFunctions } from './lambda/start-functions.ts';
import { createInvokeLater, INVOKE_TASK } from './lambda/invoke-later.ts';
import type { LocalStack, LocalStackOptions } from './local-stack.ts';
import { openMail, type MailReceipt } from './mail/local-mail.ts';
import { mailReceipts } from './mail/mail-receipts.ts';
import { localMoments } from './moments.ts';
import { guardAccess, type WeighedCall } from './policies/access.ts';
import { startPumps } from './queues/start-pumps.ts';
import { createSecrets } from './secrets/local-secrets.ts';
import { readAssetFolders, readTemplate } from './template/read-template.ts';
import { resolveResources } from './template/resources.ts';
import { openStaffPhones } from './topics/staff-phones.ts';
import { openCarrier, twilioSecret } from './twilio/open-carrier.ts';
import { startTwilioApi } from './twilio/twilio-api.ts';

/**
 * Runs a synthesised template on this machine.
 * Throws LocalStackError with one readable line: a missing file, a busy port, a resource or policy not known here.
 */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const progress = options.onProgress ?? (() => undefined);
  const template = readTemplate(options.templateFile);
  const assetFolders = readAssetFolders(options.templateFile, options.assetsDir);
  const files = dataFiles(options.dataDir);
  const undo: (() => Promise<void> | void)[] = [];

  try {
    progress('starting the clock and taking ports');
    const clock = startClock({ ...options.clock, ...(files.clock !== undefined && { file: files.clock }) });
    undo.push(() => clock.restore());
    const activity = createActivity();
    const tell: Tell = (happening) => {
      options.onEvent?.({ ...happening, at: clock.now() });
    };
    const gateway = await startGateway(activity, (call) => {
      process.stderr.write(`not known to the local stack: ${call}\n`);
      tell({ kind: 'unknown-call', call });
    });
    undo.push(() => gateway.stop());
    const api = await startApi(options.port ?? 0, activity, options.otherPages);
    undo.push(() => api.stop());

    progress('reading the template and its policies');
    const resources = resolveResources(template, {
      apiUrl: api.url,
      awsUrl: gateway.url,
      stackName: 'Handrail',
    });
    const denied: WeighedCall[] = [];
    const access = guardAccess(resources, (call) => {
      denied.push(call);
      const { who, action, resource, because = '' } = call;
      process.stderr.write(`DENIED ${who}: ${action} on ${resource}: ${because}\n`);
      tell({ kind: 'denied', who, action, resource, because });
    });

    progress('opening tables, queues, topics and buckets');
    const engines = await startEngines(resources, files);
    undo.push(() => engines.stop());
    const secrets = createSecrets(resources, { TwilioSecret: twilioSecret() }, files.secrets);
    const phones = openStaffPhones(engines.fauxqs, resources, clock.now, tell, files.staffPhones);
    undo.push(() => phones.close());

    progress('loading functions, routes and schedules');
    // Assigned once what it carries out exists; nobody uses it before the gateway opens.
    const later: { agenda?: Agenda } = {};
    const agenda = () => {
      if (!later.agenda) throw new Error('the agenda is not open yet');
      return later.agenda;
    };
    const mail = openMail(agenda, clock.now, tell, files.mailbox);
    undo.push(() => mail.stop());
    const twilioApi = await startTwilioApi(() => carrier, activity, tell);
    undo.push(() => twilioApi.stop());
    const alarms = startAlarms(resources, engines, access, phones, clock.now, tell, files.alarms);
    const functions = startFunctions({
      resources,
      assetFolders,
      awsUrl: gateway.url,
      twilioUrl: twilioApi.url,
      concurrency: options.concurrency ?? 1,
      clock: clock.shared,
      metrics: alarms.metrics,
      tell,
      programmeFile: files.programme,
    });
    undo.push(() => functions.stop());
    const carrier = openCarrier({
      resources,
      apiUrl: api.url,
      secret: secrets.named('TwilioSecret'),
      programme: functions.programme(),
      options: options.carrier,
      activity,
      now: clock.now,
      tell,
      file: files.twilio,
    });
    undo.push(() => carrier.close());

    const pumps = startPumps({ resources, engines, find: functions.find, activity, access, tell });
    const invokeLater = createInvokeLater({
      agenda,
      activity,
      access,
      find: functions.find,
      fauxqs: engines.fauxqs,
      now: clock.now,
      onDeadLetter: pumps.onDeadLetter,
    });
    const rules = gatherRules(resources);
    const deliver = deliverEvents(engines.fauxqs, access, invokeLater, pumps.kick);
    const buses = createEventBuses(rules, deliver, clock.now, tell);
    const receipts = mailReceipts(resources, buses, clock.now, tell);
    later.agenda = openAgenda(
      { [INVOKE_TASK]: invokeLater.task, 'mail-receipt': (input) => receipts(input as MailReceipt) },
      files.agenda,
    );
    undo.push(() => agenda().close());

    openGateway(
      gateway,
      { resources, engines, access, functions, secrets, mail, buses, phones, pumps, tell },
      options,
    );
    const apiId = resources.ofType('AWS::ApiGatewayV2::Api')[0]?.ref ?? '';
    api.open({
      apiId,
      routes: gatherRoutes(resources),
      functionByArn: functions.find,
      access,
      now: clock.now,
      tell,
      onAnswered: (route, status) => alarms.metrics.answered(apiId, route.routeKey, status),
    });

    const script = createScript();
    const listeners: ((now: number) => Promise<void> | void)[] = [];
    const moments = localMoments({
      resources,
      rules,
      engines,
      access,
      activity,
      carrier,
      script,
      pumps,
      alarms,
      agenda: agenda(),
      find: functions.find,
      startedAt: clock.now(),
    });
    phones.deliverAll();
    const drive = driveClock({
      ...moments,
      clock,
      activity,
      stir: pumps.kickAll,
      afterMoment: async (now) => {
        await moments.afterMoment(now);
        for (const listener of listeners) await listener(now);
      },
    });
    undo.push(() => drive.stop());
    pumps.kickAll();
    progress(`ready at ${api.url}`);
    return controls({
      api,
      clock,
      activity,
      drive,
      script,
      listeners,
      secrets,
      carrier,
      mail,
      phones,
      functions,
      access,
      denied,
      alarms,
      resources,
      engines,
      buses,
      stop: () => undoAll(undo),
    });
  } catch (error) {
    await undoAll(undo);
    throw error;
  }
}

async function undoAll(undo: (() => Promise<void> | void)[]): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step();
}
