/** The name under which this function is counted: the Lambda's own. */
export function functionName(): string {
  return process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? 'unnamed-function';
}
