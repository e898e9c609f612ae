import * as z from 'zod/v4/core';

/** Thrown at cold start when a function was deployed without what it needs. */
class EnvironmentError extends Error {
  constructor(problems: readonly string[]) {
    super(`The environment does not fit this function: ${problems.join('; ')}`);
    this.name = 'EnvironmentError';
  }
}

/** The environment as the function's own schema describes it. Names every variable that is missing or wrong, never its value. */
export function readEnvironment<S extends z.$ZodType>(
  schema: S,
  variables: NodeJS.ProcessEnv = process.env,
): z.output<S> {
  const read = z.safeParse(schema, variables);
  if (read.success) return read.data;
  throw new EnvironmentError(
    read.error.issues.map(({ path }) => {
      const name = String(path[0] ?? 'a variable');
      return variables[name] === undefined ? `${name} is missing` : `${name} has a value that is not allowed`;
    }),
  );
}
