import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson, writeJson } from '../data/json-file.ts';

const SETTINGS = 'programme.json';

/** Where each function's code lies: its asset, or a private copy of it once other settings were set. */
export type CodeFolders = {
  readonly of: (functionName: string, assetFolder: string) => string;
  /** Gives every function these settings from its next load on, as a redeploy would. */
  readonly setProgramme: (programme: unknown) => void;
  readonly remove: () => void;
};

export function keepCodeFolders(keptProgramme?: string): CodeFolders {
  let programme = keptProgramme === undefined ? undefined : readJson(keptProgramme);
  let copies: string | undefined;
  let written = new Set<string>();

  return {
    of(functionName, assetFolder) {
      if (programme === undefined || !existsSync(join(assetFolder, SETTINGS))) return assetFolder;
      copies ??= mkdtempSync(join(tmpdir(), 'handrail-code-'));
      const folder = join(copies, functionName);
      if (!written.has(functionName)) cpSync(assetFolder, folder, { recursive: true });
      writeJson(join(folder, SETTINGS), programme);
      written.add(functionName);
      return folder;
    },
    setProgramme(next) {
      programme = next;
      written = new Set();
      if (keptProgramme !== undefined) writeJson(keptProgramme, next);
    },
    remove() {
      if (copies !== undefined) rmSync(copies, { recursive: true, force: true });
    },
  };
}
