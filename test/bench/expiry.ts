import { createHmac } from "node:crypto";
import type { Reply, Request } from "./bench-server.ts";

type Token = "accessJwt" | "refreshJwt";

/** Makes tokens of the next session ones that have expired, signed with the server's own secret. */
export function makeExpiry(secret: string) {
  let asked: readonly Token[] = [];
  return {
    ask: (...tokens: Token[]) => void (asked = tokens),
    change(request: Request, reply: Reply): Reply {
      if (!request.path.endsWith(".createSession")) return reply;
      const session = JSON.parse(reply.body ?? "{}") as Record<Token, string>;
      const expired = asked.map((token) => [token, expire(session[token], secret)]);
      asked = [];
      return { ...reply, body: JSON.stringify({ ...session, ...Object.fromEntries(expired) }) };
    },
  };
}

/** @see RFC 7519; HS256 */
function expire(token: string, secret: string): string {
  const [head = "", body = ""] = token.split(".");
  const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as { iat: number; exp: number };
  const hour = 3600;
  const old = { ...claims, iat: claims.iat - 3 * hour, exp: claims.iat - hour };
  const signed = `${head}.${Buffer.from(JSON.stringify(old)).toString("base64url")}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}
