import { isNote } from "../model/correction.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Receipt } from "../model/post.ts";
import { readAbove } from "./correction-posts.ts";
import { text } from "./rows.ts";
import type { Store } from "./store.ts";

/** The receipts of the thread's first part and of the part before; of a note, those of the thread that it is below. */
export async function replyOf(
  store: Store,
  delivery: Delivery,
): Promise<{ root: Receipt; parent: Receipt } | null> {
  if (isNote(delivery)) return readAbove(store, delivery);
  if (delivery.part === 1) return null;
  const rows = await store.read(
    `SELECT part, receipt FROM delivery WHERE account = ? AND campaign = ? AND step = ? AND entry = ? AND story = ? AND part IN (1, ?)`,
    delivery.account,
    delivery.campaign,
    delivery.step,
    delivery.entry,
    delivery.story ?? "",
    delivery.part - 1,
  );
  const receipt = (part: number): Receipt | null => {
    const row = rows.find((one) => Number(one.part) === part);
    return row?.receipt ? (JSON.parse(text(row, "receipt")) as Receipt) : null;
  };
  const root = receipt(1);
  const parent = receipt(delivery.part - 1);
  return root && parent && { root, parent };
}
