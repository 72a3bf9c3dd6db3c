/** The same as the package, in one file instead of forty, which take twice as long to load. */
declare module "handlebars/dist/handlebars.js" {
  export { default } from "handlebars";
}
