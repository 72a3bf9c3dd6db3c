/** What JSON can hold; memos and receipts are kept in the ledger as this. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
