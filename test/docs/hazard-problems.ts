import { NO_CONTROL, type Hazard, type HazardLog, type Proof } from './hazard-log.ts';

const FIELDS = ['Hazard', 'Causes', 'Harm', 'Before', 'After', 'Residual risk', 'Owner'];
/** These may come more than once, or not at all. */
const OTHER_FIELDS = ['Control', NO_CONTROL, 'The agency'];
const OWNER = 'the agency’s clinical lead';
/** Levels at which an agency has to do something itself, by the log's own words. */
const NEEDS_AGENCY = ['high', 'unacceptable'];

/** The titles of the tests in a file, undefined where there is none. */
type TitlesOf = (path: string) => readonly string[] | undefined;

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
  if (titles.includes(title)) return [];
  return [`no test in ${file} is called “${title}”; the nearest is “${nearest(title, titles)}”`];
}

/** The title that shares most words: what it was probably renamed to. */
function nearest(title: string, titles: readonly string[]): string {
  const words = new Set(title.split(' '));
  const shared = (other: string) => other.split(' ').filter((word) => words.has(word)).length;
  return titles.toSorted((one, other) => shared(other) - shared(one))[0] ?? 'none';
}
