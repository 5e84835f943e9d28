/** How many notifications are new; nothing when none are. */
export function UnreadCount() {
  return null;
}
