import { inCase } from './in-case.ts';
import { inContact } from './in-contact.ts';
import { inDirectory } from './in-directory.ts';
import { inDirectoryValues } from './in-directory-values.ts';
import { inEnrolment } from './in-enrolment.ts';
import { inFollowUp } from './in-follow-up.ts';
import { inMatching } from './in-matching.ts';
import { inMessages } from './in-messages.ts';
import { inProtocols } from './in-protocols.ts';
import { inReplies } from './in-replies.ts';
import { inTime } from './in-time.ts';

/**
 * Mutants that no test can notice, because the program does the same with them; by file of shared/domain. Looked at one
 * by one. `line` is the line as it stands in the file, without its indent; the pairs are what the report prints.
 */
export type EquivalentMutants = Readonly<
  Record<
    string,
    readonly { line: string; mutants: readonly (readonly [was: string, becomes: string])[]; why: string }[]
  >
>;

export const equivalentMutants: EquivalentMutants = {
  ...inCase,
  ...inContact,
  ...inDirectory,
  ...inDirectoryValues,
  ...inEnrolment,
  ...inFollowUp,
  ...inMatching,
  ...inMessages,
  ...inProtocols,
  ...inReplies,
  ...inTime,
};
