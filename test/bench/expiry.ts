import { createHmac } from "node:crypto";
import type { Reply, Request } from "./bench-server.ts";

/** Makes the next session's access token one that has expired, signed with the server's own secret. */
export function makeExpiry(secret: string) {
  let asked = false;
  return {
    ask: () => void (asked = true),
    change(request: Request, reply: Reply): Reply {
      if (!asked || !request.path.endsWith(".createSession")) return reply;
      asked = false;
      const session = JSON.parse(reply.body ?? "{}") as { accessJwt: string };
      return { ...reply, body: JSON.stringify({ ...session, accessJwt: expire(session.accessJwt, secret) }) };
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
