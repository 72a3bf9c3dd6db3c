/** A moment as people write it, in a zone: “Tue 7 Apr, 16:00 Berlin”. */
export function writeMoment(moment: Date, zone: string): string {
  const place = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  const clock = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  });
  return `${clock.format(moment)} ${place}`;
}
