import type { EquivalentMutants } from './equivalent-mutants.ts';

export const inProtocols: EquivalentMutants = {
  'protocols/protocol-of.ts': [
    {
      line: 'return versions.reduce((newest, protocol) => (protocol.version > newest.version ? protocol : newest));',
      mutants: [
        ['protocol.version > newest.version', 'true'],
        ['protocol.version > newest.version', 'false'],
        ['protocol.version > newest.version', 'protocol.version >= newest.version'],
        ['protocol.version > newest.version', 'protocol.version <= newest.version'],
        ['(newest, protocol) => (protocol.version > newest.version ? protocol : newest)', '() => undefined'],
      ],
      why: 'One version of each protocol is released: the pinned one is the newest.',
    },
    {
      line: 'RELEASED.find((protocol) => protocol.name === name && protocol.version === version) ??',
      mutants: [
        [
          'RELEASED.find((protocol) => protocol.name === name && protocol.version === version) ?? newestProtocol(name)',
          'RELEASED.find(protocol => protocol.name === name && protocol.version === version) && newestProtocol(name)',
        ],
        ['(protocol) => protocol.name === name && protocol.version === version', '() => undefined'],
        ['protocol.name === name && protocol.version === version', 'false'],
        ['protocol.version === version', 'true'],
        ['protocol.version === version', 'protocol.version !== version'],
      ],
      why: 'One version of each protocol is released: the pinned one is the newest.',
    },
  ],
};
