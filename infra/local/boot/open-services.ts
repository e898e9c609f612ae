import type { Agenda } from '../agenda.ts';
import { startAlarms, type LocalAlarms } from '../alarms/start-alarms.ts';
import { startEngines, type Engines } from '../engines.ts';
import { startFunctions, type LocalFunctions } from '../lambda/start-functions.ts';
import type { LocalStackOptions } from '../local-stack.ts';
import { openMail, type LocalMail } from '../mail/local-mail.ts';
import { startPumps, type Pumps } from '../queues/start-pumps.ts';
import { createSecrets, type LocalSecrets } from '../secrets/local-secrets.ts';
import { openStaffPhones, type StaffPhones } from '../topics/staff-phones.ts';
import { openCarrier, twilioSecret } from '../twilio/open-carrier.ts';
import { startTwilioApi, type TwilioApi } from '../twilio/twilio-api.ts';
import type { TwilioCarrier } from '../twilio/twilio-carrier.ts';
import type { Ground } from './open-ground.ts';
import type { Undo } from './undo.ts';

/** The emulated services and the functions, not yet connected. */
export type Services = {
  readonly engines: Engines;
  readonly secrets: LocalSecrets;
  readonly phones: StaffPhones;
  readonly mail: LocalMail;
  readonly alarms: LocalAlarms;
  readonly functions: LocalFunctions;
  readonly carrier: TwilioCarrier;
  readonly pumps: Pumps;
};

/** `agenda` is asked for only once the gateway is open. */
export async function openServices(
  ground: Ground,
  options: LocalStackOptions,
  agenda: () => Agenda,
  undo: Undo,
): Promise<Services> {
  const { resources, files, clock, tell, access, activity } = ground;
  const engines = await startEngines(resources, files);
  undo.later(() => engines.stop());
  const secrets = createSecrets(resources, { TwilioSecret: twilioSecret() }, files.secrets);
  const phones = openStaffPhones(engines.fauxqs, resources, clock.now, tell, files.staffPhones);
  undo.later(() => phones.close());
  const mail = openMail(agenda, clock.now, tell, files.mailbox);
  undo.later(() => mail.stop());
  const alarms = startAlarms(resources, engines, access, phones, clock.now, tell, files.alarms);

  // The functions are told the API's address, and the carrier reads the functions' settings.
  const twilioApi = await startTwilioApi(() => carrier, activity, tell);
  undo.later(() => twilioApi.stop());
  const functions = openFunctions(ground, options, twilioApi, alarms);
  undo.later(() => functions.stop());
  const carrier = openCarrier({
    ...ground,
    secret: secrets.named('TwilioSecret'),
    programme: functions.programme(),
    options: options.carrier,
  });
  undo.later(() => carrier.close());
  const pumps = startPumps({ ...ground, engines, find: functions.find });
  return { engines, secrets, phones, mail, alarms, functions, carrier, pumps };
}

function openFunctions(
  { resources, assetFolders, gateway, clock, tell, files }: Ground,
  { concurrency = 1 }: LocalStackOptions,
  twilioApi: TwilioApi,
  { metrics }: LocalAlarms,
): LocalFunctions {
  return startFunctions({
    resources,
    assetFolders,
    awsUrl: gateway.url,
    twilioUrl: twilioApi.url,
    concurrency,
    clock: clock.shared,
    metrics,
    tell,
    programmeFile: files.programme,
  });
}
