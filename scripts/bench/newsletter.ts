import type { Finding } from './finding.ts';
import { measureSending } from './newsletter-send.ts';

/** What an edition costs to send; `size` is how many readers it has. */
export async function benchNewsletter(
  root: string,
  environment: NodeJS.ProcessEnv,
  size = 50_000,
): Promise<Finding[]> {
  return measureSending(root, environment, size);
}
