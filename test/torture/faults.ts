/** What the wire can do to a request. `taken`: its server takes it all the same. */
export const wireFaults = [
  { name: "reset before the body", taken: false },
  { name: "reset during the body", taken: false },
  { name: "reset after the body", taken: false },
  { name: "reset after the body", taken: true },
  { name: "no answer", taken: false },
  { name: "no answer", taken: true },
  { name: "taken late", taken: true },
  { name: "500", taken: false },
  { name: "500", taken: true },
  { name: "429 with seconds", taken: false },
  { name: "429 with a date", taken: false },
  { name: "429 without a time", taken: false },
  { name: "truncated", taken: true },
  { name: "nonsense", taken: false },
  { name: "nonsense", taken: true },
  { name: "slow bytes", taken: true },
] as const;

export type WireFault = (typeof wireFaults)[number];

/** When a process is killed by what happens on the wire. `taken`: the request has its effect nonetheless. */
export const wireKills = [
  { name: "request written", taken: false },
  { name: "request written", taken: true },
  { name: "answered", taken: true },
] as const;

export type WireKill = (typeof wireKills)[number];
