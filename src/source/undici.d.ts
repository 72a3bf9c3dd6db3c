/** The parts of the package that are used. Its index loads all others as well, which takes three times as long. */
declare module "undici/lib/dispatcher/agent.js" {
  export { Agent as default } from "undici";
}

declare module "undici/lib/dispatcher/dispatcher1-wrapper.js" {
  export { Dispatcher1Wrapper as default } from "undici";
}

declare module "undici/lib/core/connect.js" {
  export { buildConnector as default } from "undici";
}
