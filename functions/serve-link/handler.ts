export async function handler(): Promise<never> {
  throw new Error('not written yet');
}
