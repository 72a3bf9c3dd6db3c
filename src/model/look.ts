/** How followers see a post, as far as previews follow it. */
export interface Look {
  /** The account's picture. */
  readonly avatar: "round" | "square";
  /** wide: its picture above the words, as broad as the post. side: a small picture beside them. over: the words on the picture. */
  readonly card: "wide" | "side" | "over";
  /** Where the card says whose page it is. Absent: above its title. */
  readonly host?: "above" | "below";
  /** Where the handle stands. Absent: beneath the name. */
  readonly handle?: "beside" | "beneath" | "unseen";
  /** The colour of what followers can press. Absent: the pages' own. */
  readonly ink?: (typeof inks)[number];
  /** Lines on a phone after which followers must press to read on. Absent: they see it all. */
  readonly fold?: 0 | 3;
  /** What followers can do with it, in the order in which the network shows it. */
  readonly acts?: readonly Act[];
}

export const inks = ["plain", "sky", "blue", "navy", "violet", "teal"] as const;

export const acts = ["reply", "repost", "like", "star", "agree", "vote", "save", "share", "send"] as const;

export type Act = (typeof acts)[number];

export type FullLook = Required<Look>;

/** With what holds where a channel says nothing. A fold of 0: there is none. */
export const completeLook = (look: Look | undefined): FullLook => ({
  avatar: "round",
  card: "wide",
  host: "above",
  handle: "beneath",
  ink: "plain",
  fold: 0,
  acts: [],
  ...look,
});
