import type { Command } from "commander";

/** Runs what a command does, and remembers whether it went well. */
export type Keep = (result: Promise<boolean>) => Promise<void>;

/** Options that every command has. */
export const command = (program: Command, name: string, description: string): Command =>
  program.command(name).description(description).option("-c, --config <file>", "the configuration");

export const withJson = (one: Command): Command => one.option("--json", "the answer as JSON");
