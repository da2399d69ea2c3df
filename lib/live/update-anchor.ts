/** What an update is called inside its page; follow-live in public/live.js finds updates by it. */
export function updateAnchor(id: string): string {
  return `update-${id}`;
}
