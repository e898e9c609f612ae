import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from '#shared/domain/messages/gsm7.ts';

describe('what a text costs', () => {
  it.each([
    ['', 'gsm-7', 0, 1],
    ['a'.repeat(160), 'gsm-7', 160, 1],
    ['a'.repeat(161), 'gsm-7', 161, 2],
    ['a'.repeat(306), 'gsm-7', 306, 2],
    ['a'.repeat(307), 'gsm-7', 307, 3],
    ['€'.repeat(80), 'gsm-7', 160, 1],
    ['€'.repeat(81), 'gsm-7', 162, 2],
    // 76 euro signs fill 152 septets of the first part; the pair does not split, so the 153rd stays empty.
    ['€'.repeat(153), 'gsm-7', 306, 3],
    ['é ñ ü ¿ ¡ à è ù ì ò Ñ É', 'gsm-7', 23, 1],
    ['á', 'ucs-2', 1, 1],
    ['í'.repeat(70), 'ucs-2', 70, 1],
    ['í'.repeat(71), 'ucs-2', 71, 2],
    ['í'.repeat(134), 'ucs-2', 134, 2],
    ['í'.repeat(135), 'ucs-2', 135, 3],
    ['😀'.repeat(35), 'ucs-2', 70, 1],
    ['😀'.repeat(67), 'ucs-2', 134, 3],
  ] as const)('is counted as the carrier bills it (case %#)', (text, encoding, units, segments) => {
    expect(segmentsOf(text)).toMatchObject({ encoding, units, segments });
  });

  it('names each character that makes the text dear, once', () => {
    expect(segmentsOf('It’s José’s casa, aquí').offending).toEqual(['’', 'í']);
    expect(segmentsOf("It's José's casa").offending).toEqual([]);
  });

  it('never falls when a text grows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, more) => {
        expect(segmentsOf(text + more).segments).toBeGreaterThanOrEqual(segmentsOf(text).segments);
      }),
    );
  });
});
