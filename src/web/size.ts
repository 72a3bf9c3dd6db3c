import type { Context, Env, MiddlewareHandler } from "hono";

/**
 * Bodies of so many bytes at most. One that does not say its length beforehand (RFC 9110, 15.5.12) is refused as well: no
 * browser's form and no client of ours sends one.
 */
export function limitSize<E extends Env>(
  most: number,
  refuse: (c: Context<E>) => Response | Promise<Response>,
): MiddlewareHandler<E> {
  return async (c, next) => {
    if (c.req.header("transfer-encoding") !== undefined)
      return c.text("Say how long the body is (Content-Length), and send it again.", 411);
    if (Number(c.req.header("content-length") ?? 0) > most) return refuse(c);
    return next();
  };
}
