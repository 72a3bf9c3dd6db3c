/** How the team agrees on what goes out. */
export const agreement = {
  title: "Agreement",
  needs: (needed: number) =>
    needed === 1 ? "One person must agree to it." : `${needed} different people must agree to it.`,
  bound:
    "An approval is for exactly what stands here: words, pictures, account and time. Whatever is changed later has to be agreed to again.",
  agreed: (who: string) => `${who} agreed`,
  agreedFor: (who: string, voice: string) => `${who} agreed, and counts as ${voice}`,
  approve: "Agree to this",
  approveAll: (number: number) => (number === 1 ? "Agree to this draft" : `Agree to all ${number} drafts`),
  approveRest: (number: number) =>
    number === 1
      ? "Agree to the one you have not agreed to"
      : `Agree to the ${number} you have not agreed to`,
  approvedMany: (number: number) => `You agreed to ${number} posts. Each goes out at the time below it.`,
  agreedAll: "You have agreed to all of this. The others still have to.",
  back: "Send back",
  backWhy: "What should be different?",
  ask: "Ask for review",
  askAll: "Ask for review of all",
  asked: (who: string) => `${who} asked for review`,
  said: (who: string) => `${who} said`,
  sentBack: (who: string) => `${who} sent it back`,
  comment: "A comment",
  say: "Say it",
  remarks: "What was said",
  done: "Done.",
  askedNote: "The others see now that you ask for it.",
  links: "Review without a login",
  linksText:
    "Makes a link that shows these posts for a week to whoever has it, and lets them comment. Nobody can agree or change anything by it.",
  makeLink: "Make a link",
  theLink: "The link, shown only now:",
  linkBy: (who: string, until: string) => `made by ${who}, until ${until}`,
  endLink: "End it",
  guestTitle: (title: string) => `For review: ${title}`,
  guestText: "This is what will be posted, as it will look. Tell the team what you think of it.",
  yourName: "Your name",
  ended: "This link does not work any more",
  endedText: "It was ended, or it is older than a week. Ask who sent it for a new one.",
  thanks: "Thank you: the team sees it now.",
};
