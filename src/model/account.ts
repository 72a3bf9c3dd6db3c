/** What a person wrote for one account in the configuration, secrets resolved. */
export interface Account {
  readonly name: string;
  readonly channel: string;
  /** By the channel's own `settings`, defaults filled in. */
  readonly settings: SettingValues;
}

export type SettingValue = string | number | boolean | undefined;
export type SettingValues = Readonly<Record<string, SettingValue>>;
