import { UsersIcon } from '@sanity/icons/Users';
import type { Tool } from 'sanity';
import { SubscribersPage } from './subscribers-page.tsx';

/** How many readers there are, where they came from and what they get: numbers from the site, and no person. */
export const subscribersTool: Tool = {
  name: 'subscribers',
  title: 'Subscribers',
  icon: UsersIcon,
  component: SubscribersPage,
};
