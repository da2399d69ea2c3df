import type { Finding } from './finding.ts';
import { measureAudience } from './newsletter-audience.ts';
import { measurePlanning } from './newsletter-planning.ts';
import { measureSending } from './newsletter-send.ts';

/** Of so many subscribers one in twenty gets the edition that is sent. */
const subscribersPerReader = 20;

/** What a newsletter costs: to plan, to write down who gets it, and to send; `size` is how many readers are sent it. */
export async function benchNewsletter(
  root: string,
  environment: NodeJS.ProcessEnv,
  size = 50_000,
): Promise<Finding[]> {
  return [
    ...(await measureSending(root, environment, size)),
    ...(await measureAudience(size * subscribersPerReader)),
    ...(await measurePlanning(root, environment)),
  ];
}
