import { NO_CONTROL, type Hazard, type HazardLog, type Proof } from './hazard-log.ts';
import type { Runs, TestTitle } from './test-titles.ts';

const FIELDS = ['Hazard', 'Causes', 'Harm', 'Before', 'After', 'Residual risk', 'Owner'];
/** These may come more than once, or not at all. */
const OTHER_FIELDS = ['Control', NO_CONTROL, 'The agency'];
const OWNER = 'the agency’s clinical lead';
/** Levels at which an agency has to do something itself, by the log's own words. */
const NEEDS_AGENCY = ['high', 'unacceptable'];

/** The tests in a file, undefined where there is no such file. */
type TitlesOf = (path: string) => readonly TestTitle[] | undefined;

/** Everything that is wrong with the log, each line naming its hazard. */
export function hazardProblems(log: HazardLog, titlesOf: TitlesOf): string[] {
  const ids = log.hazards.map(({ id }) => id);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id}: is there twice`),
    ...log.hazards.flatMap((hazard) =>
      [
        ...fieldProblems(hazard),
        ...riskProblems(hazard, log.levels),
        ...hazard.controls.flatMap(({ what, proofs }) =>
          proofs.length > 0
            ? proofs.flatMap((proof) => proofProblems(proof, titlesOf))
            : [`no test proves the control “${what}”`],
        ),
      ].map((problem) => `${hazard.id}: ${problem}`),
    ),
  ];
}

function fieldProblems({ id, name, fields, controls, uncontrolled, stray }: Hazard): string[] {
  const { Owner: owner } = fields;
  return [
    ...(/^H-\d\d$/.test(id) && name !== '' ? [] : ['the heading is not “H-01 · name”']),
    ...FIELDS.filter((field) => !fields[field]).map((field) => `${field} is missing`),
    ...Object.keys(fields)
      .filter((field) => ![...FIELDS, ...OTHER_FIELDS].includes(field))
      .map((field) => `${field} is no field of this log`),
    ...stray.map((line) => `“${line.trim()}” belongs to no control`),
    ...(owner && owner !== OWNER ? [`the owner is not ${OWNER}`] : []),
    ...(controls.length + uncontrolled.length > 0 ? [] : [`has neither a control nor “${NO_CONTROL}”`]),
    ...(uncontrolled.length > 0 && !fields['The agency']
      ? ['has no control in this release and does not say what the agency does']
      : []),
  ];
}

type Risk = { severity: string; likelihood: string; level: string };

function riskIn(words = ''): Risk | undefined {
  const [, severity, likelihood, level] = /^severity (\d), likelihood (\d): \*\*(\w+)\*\*$/.exec(words) ?? [];
  return severity && likelihood && level ? { severity, likelihood, level } : undefined;
}

function riskProblems({ fields, controls }: Hazard, levels: HazardLog['levels']): string[] {
  const before = riskIn(fields['Before']);
  const after = riskIn(fields['After']);
  if (!before || !after) return ['Before and After are not “severity 1, likelihood 1: **low**”'];
  const wrong = [before, after].filter(
    ({ severity, likelihood, level }) => levels.get(`${severity} ${likelihood}`) !== level,
  );
  const grew = after.severity > before.severity || after.likelihood > before.likelihood;
  return [
    ...wrong.map((risk) => `${JSON.stringify(risk)} is not what the table of levels says`),
    ...(grew ? ['the risk after the controls is larger than before'] : []),
    ...(controls.length === 0 && fields['Before'] !== fields['After']
      ? ['has no control, and yet the risk falls']
      : []),
    ...(NEEDS_AGENCY.includes(after.level) && !fields['The agency']
      ? [`stays ${after.level} and does not say what the agency does`]
      : []),
  ];
}

function proofProblems({ text, file, title, target }: Proof, titlesOf: TitlesOf): string[] {
  if (title === '' || target !== `../${file}`) return [`“${text}” is not a link [file › test](../file)`];
  const titles = titlesOf(file);
  if (!titles) return [`there is no file ${file}, which is to prove “${title}”`];
  const named = titles.filter((one) => one.title === title);
  if (named.length === 0) return [`no test in ${file} is called “${title}”${nearest(title, titles)}`];
  return [...new Set(named.map(({ runs }) => runs))].flatMap((runs) =>
    runs === 'with the others' ? [] : [`“${title}” in ${file} ${NO_PROOF[runs]}`],
  );
}

const NO_PROOF: Readonly<Record<Exclude<Runs, 'with the others'>, string>> = {
  skipped: 'is skipped',
  alone: 'is the only one that runs',
};

/** Below this share of a title's words another one is no guess but a distraction. */
const ALIKE = 0.5;

/** The title that shares most words: what it was probably renamed to. Empty where none is like it. */
function nearest(title: string, titles: readonly TestTitle[]): string {
  const likeness = (other: string) => alike(wordsOf(title), wordsOf(other));
  const [most] = titles
    .map((one) => one.title)
    .toSorted((one, other) => likeness(other) - likeness(one))
    .filter((other) => likeness(other) >= ALIKE);
  return most === undefined ? '' : `; the nearest is “${most}”`;
}

const wordsOf = (title: string): ReadonlySet<string> =>
  new Set(title.split(' ').filter((word) => word !== '›'));

/** Shared words of those of both together, from 0 to 1. */
const alike = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  (2 * [...one].filter((word) => other.has(word)).length) / (one.size + other.size);
