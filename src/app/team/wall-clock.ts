/** `16:00`, of milliseconds since midnight. */
export function clockText(time: number): string {
  const minutes = Math.floor(time / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
