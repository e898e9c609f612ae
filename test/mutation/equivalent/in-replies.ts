import type { EquivalentMutants } from './equivalent-mutants.ts';

export const inReplies: EquivalentMutants = {
  'replies/consent-words.ts': [
    {
      line: "return parts.every((part) => part === parts[0]) ? (parts[0] ?? '') : words;",
      mutants: [["''", '"Stryker was here!"']],
      why: 'There is always a first part; the fallback is for the type.',
    },
  ],
  'replies/danger-en.ts': [
    {
      line: "'other',",
      mutants: [["'other'", '""']],
      why: 'What is about nothing in the list is about other.',
    },
  ],
  'replies/distress.ts': [
    {
      line: "'other',",
      mutants: [["'other'", '""']],
      why: 'Distress is never asked what it is about.',
    },
  ],
  'replies/emoji-rules.ts': [
    {
      line: "if (emoji.length === 0) return { safety: 'none' };",
      mutants: [['emoji.length === 0', 'false']],
      why: 'It only saves the counting of none.',
    },
  ],
  'replies/normalise.ts': [
    {
      line: "const spelling = SPELLINGS.get(tokens[at] ?? '');",
      mutants: [["''", '"Stryker was here!"']],
      why: 'The word is there; the fallback is for the type.',
    },
    {
      line: 'const body = raw.length > LONGEST ? raw.slice(0, LONGEST) : raw;',
      mutants: [
        ['raw.length > LONGEST', 'true'],
        ['raw.length > LONGEST', 'raw.length >= LONGEST'],
      ],
      why: 'A shorter body cut there is the same.',
    },
    {
      line: "if (ascii) return lower.includes(\"'\") || lower.includes('`') ? lower.replaceAll(/['`]/g, '') : lower;",
      mutants: [
        ['ascii', 'false'],
        ["lower.includes(\"'\") || lower.includes('`')", 'true'],
        ["'`'", '""'],
        ['"\'"', '""'],
      ],
      why: 'The longer way finds the same letters; this one is faster.',
    },
    {
      line: "return spell(spaced.search(stretched) < 0 ? spaced : spaced.replaceAll(stretched, '$1$1'));",
      mutants: [['spaced.search(stretched) < 0', 'false']],
      why: 'Where nothing is stretched nothing is replaced.',
    },
    {
      line: 'let changed = false;',
      mutants: [['false', 'true']],
      why: 'The same words joined again.',
    },
    {
      line: 'for (let at = 0; at < tokens.length; at += 1) {',
      mutants: [['at < tokens.length', 'at <= tokens.length']],
      why: 'There is no spelling of no word.',
    },
    {
      line: 'if (text.search(stretched) >= 0)',
      mutants: [['text.search(stretched) >= 0', 'true']],
      why: 'Where nothing is disguised the second reading is the first.',
    },
    {
      line: 'if (text.search(spread) >= 0) others.push(toWords(text.replaceAll(spread, joinLetters), alphabet));',
      mutants: [['text.search(spread) >= 0', 'true']],
      why: 'Where nothing is disguised the second reading is the first.',
    },
    {
      line: 'return others.length === 0 ? [words] : [...new Set([words, ...others])];',
      mutants: [['others.length === 0', 'false']],
      why: 'The first reading alone in a new list.',
    },
    {
      line: '.split(/[.,;:!?()\\n\\r…—–|/]+|\\s-+\\s|-{2,}/)',
      mutants: [
        ['/[.,;:!?()\\n\\r…—–|/]+|\\s-+\\s|-{2,}/', '/[.,;:!?()\\n\\r…—–|/]|\\s-+\\s|-{2,}/'],
        ['/[.,;:!?()\\n\\r…—–|/]+|\\s-+\\s|-{2,}/', '/[.,;:!?()\\n\\r…—–|/]+|\\s-\\s|-{2,}/'],
      ],
      why: 'Empty clauses are left out, and two dashes cut by themselves.',
    },
  ],
  'replies/read-meaning.ts': [
    {
      line: 'words.length > LONGEST_TOKEN ? undefined : (menu.get(words) ?? menu.get(withoutPoliteness(words)));',
      mutants: [['words.length > LONGEST_TOKEN', 'words.length >= LONGEST_TOKEN']],
      why: 'No word of a menu is that long.',
    },
  ],
  'replies/read-reply.ts': [
    {
      line: "if (stops && safety.safety === 'distress' && words.includes(' ') && meansMore(safety)) {",
      mutants: [
        ["' '", '""'],
        ["safety.safety === 'distress'", 'true'],
      ],
      why: 'No single word both stops the texts and weighs that much.',
    },
    {
      line: "const bareOk = meaning === 'ok' && bare && consent === 'none' && safety === 'none' && emoji.length === 0;",
      mutants: [
        ["consent === 'none'", 'true'],
        ["safety === 'none'", 'true'],
      ],
      why: 'No word of a menu is about consent or danger.',
    },
    {
      line: 'const nothingElse = meaning.bare && reply.emoji.length === 0;',
      mutants: [['meaning.bare && reply.emoji.length === 0', 'false']],
      why: 'No word of a menu is a sign of danger; it only saves a look.',
    },
  ],
  'replies/read-safety.ts': [
    {
      line: "return words.replaceAll(IDIOMS, ' ');",
      mutants: [["' '", '""']],
      why: 'The words before and after have their own blanks.',
    },
    {
      line: "return ABOUT_ORDER.find((about) => found.some((rule) => rule.about === about)) ?? 'other';",
      mutants: [["'other'", '""']],
      why: 'Each rule is about something in the list; the fallback is for the type.',
    },
    {
      line: "'other',",
      mutants: [["'other'", '""']],
      why: 'What stands last in the list is also what is said of all that is not in it.',
    },
    {
      line: 'const low = matching(LOW, readings).length === 0 ? [] : matching(LOW, readings.map(withoutIdioms));',
      mutants: [['matching(LOW, readings).length === 0', 'false']],
      why: 'It only saves the idioms their look.',
    },
    {
      line: 'if (!matches(any, readings)) continue;',
      mutants: [['!matches(any, readings)', 'false']],
      why: 'It only saves each rule of the group its look.',
    },
  ],
  'replies/read-web-answer.ts': [
    {
      line: 'QUEUES.indexOf(a) > QUEUES.indexOf(b) ? a : b;',
      mutants: [['QUEUES.indexOf(a) > QUEUES.indexOf(b)', 'QUEUES.indexOf(a) >= QUEUES.indexOf(b)']],
      why: 'Of equal queues either is the higher.',
    },
  ],
  'replies/reply-language.ts': [
    {
      line: "return english > spanish ? 'en' : 'es';",
      mutants: [['english > spanish', 'english >= spanish']],
      why: 'Equal votes were counted a line above.',
    },
  ],
  'replies/rule.ts': [
    {
      line: 'return Array.from({ length: Math.ceil(rules.length / GROUP_SIZE) }, (_, index) => {',
      mutants: [['rules.length / GROUP_SIZE', 'rules.length * GROUP_SIZE']],
      why: 'More groups, and no rule in them.',
    },
    {
      line: "return { any: new RegExp(group.map(({ pattern }) => pattern.source).join('|')), rules: group };",
      mutants: [['({ pattern }) => pattern.source', '() => undefined']],
      why: 'It only saves each rule of the group its look.',
    },
  ],
  'replies/urgent-es.ts': [
    {
      line: "'other',",
      mutants: [["'other'", '""']],
      why: 'What is about nothing in the list is about other.',
    },
  ],
};
