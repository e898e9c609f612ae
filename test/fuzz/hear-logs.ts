/** Runs something and keeps what it writes to the standard outputs, instead of showing it. */
export async function hearLogs<T>(run: () => Promise<T>): Promise<{ result: T; logs: string }> {
  const heard: string[] = [];
  const outputs = [process.stdout, process.stderr].map((output) => ({
    output,
    write: Reflect.get(output, 'write'),
  }));
  const listen = (chunk: unknown) => heard.push(String(chunk)) > 0;
  for (const { output } of outputs) Reflect.set(output, 'write', listen);
  try {
    return { result: await run(), logs: heard.join('') };
  } finally {
    for (const { output, write } of outputs) Reflect.set(output, 'write', write);
  }
}
