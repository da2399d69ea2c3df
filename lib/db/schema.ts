/** Every table by what it is about: what the pool knows, and drizzle-kit compares with the migrations. */
export { languageEnum } from './tables/columns.ts';
export * from './tables/deliveries.ts';
export * from './tables/doors.ts';
export * from './tables/editions.ts';
export * from './tables/feed-keys.ts';
export * from './tables/gifts.ts';
export * from './tables/page-views.ts';
export * from './tables/search.ts';
export * from './tables/signing-in.ts';
export * from './tables/subscribers.ts';
export * from './tables/unsubscriptions.ts';
