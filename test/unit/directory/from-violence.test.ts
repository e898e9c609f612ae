import { describe, expect, it } from 'vitest';
import { isSecretPlace, withoutStreets } from '#shared/domain/directory/values/confidential.ts';

const HOUSE = 'A safe house.';

describe('a place that shelters people from violence is secret where it speaks of', () => {
  it.each([
    'domestic violence',
    'Domestic-Abuse',
    'domestic and sexual violence',
    'domestic and  sexual  violence',
    'abused partner',
    'abusive partner',
    'abusive spouse',
    'family violence',
    'dating  violence',
    'partner violence',
    'intimate partner violence',
    'intimate-partner violence',
    'battered people',
    'abused women',
    'beaten  woman',
    'abused men',
    'abused spouse',
    'abused spouses',
    'abused partners',
    'abused person',
    'abused persons',
    'abused people',
    'spouse abuse',
    'spousal  abuse',
    'partner abuse',
    'abusive relationship',
    'abusive relationships',
    'abusive partners',
    'abusive  spouses',
    'human  trafficking',
    'violencia doméstica',
    'violencia domestica',
    'violencia familiar',
    'violencia de género',
    'violencia  de  genero',
  ])('%s', (words) => {
    expect(isSecretPlace([], [`${words}. ${HOUSE}`])).toBe(true);
    expect(isSecretPlace([`Center on ${words}`], [])).toBe(true);
    expect(isSecretPlace([], [`About ${words}.`])).toBe(false);
  });

  it.each([
    'shelter',
    'Shelters',
    'safe house',
    'safe-house',
    'safe - house',
    'refugio',
    'safehome',
    'safe housing',
    'safe havens',
    'refuge',
    'transitional housing',
    'emergency house',
    'crisis  housing',
    'temporary housing',
    'residential',
    'albergue',
    'refugios',
    'casa  segura',
  ])('violence, and of a %s', (roof) => {
    expect(isSecretPlace([], [`Domestic violence ${roof}.`])).toBe(true);
    expect(isSecretPlace([], [`A ${roof} for anybody.`])).toBe(false);
  });

  it.each(['Safe house', 'Safe-Haven', 'Safe - haven', 'The safe  house', 'Safehouse'])(
    '%s in its name',
    (name) => {
      expect(isSecretPlace([name], [])).toBe(true);
    },
  );

  it.each([
    'confidential location',
    'Undisclosed address',
    'secret sites',
    'secret addresses',
    'confidential place',
    'confidential places',
    'a confidential shelter location',
    'undisclosed  safe  site',
    'location is confidential',
    'The address is kept strictly confidential',
    'The addresses are secret',
    'address remains undisclosed',
    'address kept secret',
    'address  is  kept  strictly  confidential',
    'the location remain  confidential',
  ])('its %s', (words) => {
    expect(isSecretPlace([], [words])).toBe(true);
    expect(isSecretPlace([words], [])).toBe(true);
  });
});

describe('a place is no secret', () => {
  it.each([
    'Confidential counseling at our location.',
    'Our address, and confidential help.',
    'Secretary of the site',
    'Nonviolence training in a shelter',
    'Sheltered workshop on domestic violence',
    'A refugee office about family violence',
    'Parents and abused pets: shelter',
  ])('where it says %j', (words) => {
    expect(isSecretPlace([], [words])).toBe(false);
  });

  it('by the name of a safe place that is no house', () => {
    expect(isSecretPlace(['Unsafe housecats', 'Safe Haverford', 'Safe home repairs'], [])).toBe(false);
  });

  it('where the words stand far from each other', () => {
    const apart = (signs: number) => `shelter${' '.repeat(signs)}domestic violence${' '.repeat(signs)}.`;
    expect(isSecretPlace([], [apart(153)])).toBe(true);
    expect(isSecretPlace([], [apart(154)])).toBe(false);
    const after = (signs: number) => `${'.'.repeat(200)} domestic violence${' '.repeat(signs)}shelter`;
    expect(isSecretPlace([], [after(153)])).toBe(true);
    expect(isSecretPlace([], [after(154)])).toBe(false);
  });

  it('unless any mention is near, or any description', () => {
    const far = `domestic violence${'.'.repeat(400)}`;
    expect(isSecretPlace([], [`${far} Domestic Violence shelter`])).toBe(true);
    expect(isSecretPlace([], ['Meals.', 'Domestic violence shelter'])).toBe(true);
    expect(isSecretPlace(['Meals', 'Battered women'], [])).toBe(true);
  });
});

describe('a street is taken out of', () => {
  it.each([
    ['Come to 100 Example Street today', 'Come to (address withheld) today'],
    ['At 12B N. Example Ave.', 'At (address withheld)'],
    ['At 12-14 South Old Mill Rd, by day', 'At (address withheld), by day'],
    ['At 5 O’Hare Lane', 'At (address withheld)'],
    ['At 5 Cañon Rd', 'At (address withheld)'],
    ['At 5 Wilkes-Barre Blvd', 'At (address withheld)'],
    ["At 5 St. Mary's Way, Suite 5B.", 'At (address withheld).'],
    ['123456 Main Blvd Apt. 7 and 9 Elm Ct', '(address withheld) and (address withheld)'],
    ['9 Elm Dr # 4', '(address withheld)'],
    ['9 elm pkwy unit 4', '(address withheld)'],
  ])('%j', (text, left) => {
    expect(withoutStreets(text)).toBe(left);
  });

  it.each(['Open 24 hours', '3 meals in our Streetcar Cafe', '9 of us walk a long way to any old street'])(
    'nothing in %j',
    (text) => {
      expect(withoutStreets(text)).toBe(text);
    },
  );
});
