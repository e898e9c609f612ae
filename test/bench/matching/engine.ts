import type { Ranked } from '#shared/domain/matching/best-few.ts';
import type { MatchQuery } from '#shared/domain/matching/match-query.ts';
import type { Snapshot } from '#shared/domain/matching/snapshot/snapshot.ts';

/** The same listings for every engine, by their number in the snapshot. */
export type Places = {
  readonly snapshot: Snapshot;
  readonly latitudes: Float64Array;
  readonly longitudes: Float64Array;
  /** Three coordinates each, on the unit sphere. */
  readonly points: Float32Array;
  /** A bit for each need, in two words. */
  readonly needs: Uint32Array;
};

export const TOP = 10;

/** A way to find the best TOP listings within reach. What it is built of is not timed. */
export type Engine = {
  readonly name: string;
  /** Which packages or servers it is, with versions; or what is missing. */
  readonly open: (places: Places) => Promise<OpenEngine> | OpenEngine;
};

export type OpenEngine =
  | { readonly missing: string }
  | {
      readonly what: string;
      /** Scores, best first. */
      readonly best: (query: MatchQuery) => Scores | Promise<Scores>;
      readonly close?: () => Promise<void>;
    };

export type Scores = readonly number[];

export const scoresOf = (ranked: readonly Ranked[]): Scores => ranked.map(({ score }) => score);
