import { openAgenda, type Agenda } from '../agenda.ts';
import { deliverEvents } from '../events/deliver-event.ts';
import { createEventBuses, type EventBuses, type EventRule } from '../events/event-buses.ts';
import { openGateway } from '../gateway/open-gateway.ts';
import { gatherRoutes } from '../http/api-routes.ts';
import { createInvokeLater, INVOKE_TASK } from '../lambda/invoke-later.ts';
import type { LocalStackOptions } from '../local-stack.ts';
import type { MailReceipt } from '../mail/local-mail.ts';
import { mailReceipts } from '../mail/mail-receipts.ts';
import type { Ground } from './open-ground.ts';
import type { Services } from './open-services.ts';

export type Connections = { readonly buses: EventBuses; readonly agenda: Agenda };

/** Lets the services reach one another: buses to queues and functions, receipts to buses. */
export function connectServices(
  { resources, activity, access, clock, tell, files }: Ground,
  { engines, functions, pumps }: Services,
  rules: readonly EventRule[],
  agenda: () => Agenda,
): Connections {
  const invokeLater = createInvokeLater({
    agenda,
    activity,
    access,
    find: functions.find,
    fauxqs: engines.fauxqs,
    now: clock.now,
    onDeadLetter: pumps.onDeadLetter,
  });
  const deliver = deliverEvents(engines.fauxqs, access, invokeLater, pumps.kick);
  const buses = createEventBuses(rules, deliver, clock.now, tell);
  const receipts = mailReceipts(resources, buses, clock.now, tell);
  const tasks = {
    [INVOKE_TASK]: invokeLater.task,
    // Only local-mail.ts adds these, as MailReceipts.
    'mail-receipt': (input: unknown) => receipts(input as MailReceipt),
  };
  return { buses, agenda: openAgenda(tasks, files.agenda) };
}

/** From here on functions can be called and can call. */
export function openDoors(
  ground: Ground,
  services: Services,
  buses: EventBuses,
  options: LocalStackOptions,
): void {
  const { resources, gateway, api, access, clock, tell } = ground;
  const { functions, alarms } = services;
  openGateway(gateway, { ...ground, ...services, buses }, options);
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
}
