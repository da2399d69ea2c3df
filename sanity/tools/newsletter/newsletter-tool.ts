import { EnvelopeIcon } from '@sanity/icons/Envelope';
import type { Tool } from 'sanity';
import { NewsletterPage } from './newsletter-page.tsx';

/** What goes out by mail, when and to how many; and what became of it. Numbers from the site, and no person. */
export const newsletterTool: Tool = {
  name: 'newsletter',
  title: 'Newsletter',
  icon: EnvelopeIcon,
  component: NewsletterPage,
};
