/**
 * `handrail demo | head` has what it wanted: no reason for a stack trace. What is known by then of the exit code stands.
 */
export function leaveOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}
