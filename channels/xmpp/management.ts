import type { Element } from "@xmpp/client";

const management = "urn:xmpp:sm:3";

/**
 * A room's echo and a result are the acknowledgements here. Stream management would add another, which some servers and
 * the library count differently right after signing in, and would leave a ghost in the room after a broken connection.
 */
export function declineStreamManagement(element: Element): void {
  if (element.is("features")) removeManagement(element);
}

function removeManagement(element: Element): void {
  for (const child of element.getChildElements()) {
    if (child.getNS() === management || child.attrs["var"] === management) element.remove(child);
    else removeManagement(child);
  }
}
