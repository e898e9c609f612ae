import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allowed, allowing } from './allowed.ts';
import { findMarkers, type Marker } from './find-markers.ts';
import { openMarkedPlay, type Play } from './marked-play.ts';
import type { Seen } from './places.ts';
import { letEverythingHappen } from './what-happens.ts';

let play: Play;
let markers: Marker[];
beforeAll(async () => {
  play = await openMarkedPlay();
  await letEverythingHappen(play);
  markers = await play.markers();
}, 300_000);
afterAll(() => play.stop());

const PLACES = [
  'log of',
  'access log',
  'alarm',
  'record',
  'event told outside',
  'alert to staff',
  'alert to operators',
  'dead letters of FollowUpQueue',
  'event of the mail service',
  'answer of GET /l',
  'answer of POST /l',
  'answer of POST /events',
  'answer of POST /twilio',
  'attributes on SendQueue',
  'tags of an e-mail',
  'headers of calls to dynamodb',
  'headers of calls to the carrier',
  'fields beside a text',
  'call to sns',
];

const said = ({ place, text }: Seen) => findMarkers(text, markers).map((found) => ({ place, ...found }));
const inPlace = (start: string) => play.seen.filter(({ place }) => place.startsWith(start));
const kinds = () => new Set(play.timeline.map(({ kind }) => kind));

describe('two days in which everything happens to clients whose every field is marked', () => {
  test('leave nothing of theirs anywhere but where it has to be', () => {
    const leaks = play.seen
      .flatMap(said)
      .filter((found) => !allowing(found.place, found))
      .map(({ place, field, as }) => `${place}: ${field} (${as})`);
    expect([...new Set(leaks)]).toEqual([]);
  });

  test('leave something in each place that is said to need it, so that no exception outlives its reason', () => {
    const used = new Set(play.seen.flatMap(said).map((found) => allowing(found.place, found)));
    expect(allowed.filter((entry) => !used.has(entry)).map(({ place, fields }) => [place, fields])).toEqual(
      [],
    );
  });

  test('show nobody’s words, name or number on a line about somebody else', () => {
    const mixed = play.timeline.flatMap((line) => {
      const own = play.clients.findIndex(({ ref }) => ref === line.client);
      const found = findMarkers(JSON.stringify(line), markers);
      return found.filter(({ field }) => own >= 0 && !field.endsWith(` of client ${own}`));
    });
    expect(mixed).toEqual([]);
  });

  test('went through every kind of place and every kind of failure', () => {
    for (const place of PLACES) expect(inPlace(place).length, place).toBeGreaterThan(0);
    const logs = inPlace('log of').map(({ text }) => text);
    for (const word of [
      'NewerSchema',
      '"unreadable"',
      '"parked"',
      '"unsigned"',
      '"invalid"',
      'text-unknown-sender',
    ])
      expect(
        logs.some((line) => line.includes(word)),
        word,
      ).toBe(true);
    for (const kind of [
      'contact-undeliverable',
      'consent-revoked',
      'escalation-unanswered',
      'operators-paged',
    ])
      expect(kinds(), kind).toContain(kind);
  });

  test('hand no trace on: X-Ray’s header would travel with every message and call', () => {
    const traced = play.awsCalls.filter(({ headers, body }) =>
      /AWSTraceHeader|Root=1-/.test(`${JSON.stringify(headers)}${body}`),
    );
    expect(traced).toEqual([]);
  });
});
