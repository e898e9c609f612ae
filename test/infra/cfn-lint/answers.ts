/** A rule of cfn-lint that finds something in the template which may stay as it is, and why. */
export const cfnLintAnswers: readonly { readonly rule: string; readonly reason: string }[] = [
  {
    rule: 'W3005',
    reason:
      'The CDK names a function’s role twice, as a reference and as a dependency. One would do; both change nothing.',
  },
];

/** Rules that are off unless asked for: what is kept, and for how long, is written down and not left to a default. */
export const alsoAsked: readonly string[] = ['I3011', 'I3013'];
