const scheme = /^[a-z][a-z0-9+.-]*:/i;
/** `example.org/page`: a browser takes it for a path of the page's own site. */
const hostWithoutScheme = /^(?:[a-z0-9-]+\.)+[a-z]{2,}\//i;

/** The absolute web address behind a link, or null where it is broken or for another program. */
export function resolveLink(href: string, base: string): string | null {
  const written = href.trim();
  if (written === "" || isBroken(written)) return null;
  const url = parse(written, base);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  if (!isReachable(url.hostname, base)) return null;
  return url.href === `${written}/` ? written : url.href;
}

function isBroken(href: string): boolean {
  if (/^[@([{<]/.test(href)) return true;
  return !scheme.test(href) && (hostWithoutScheme.test(href) || href.includes("://"));
}

function parse(href: string, base: string): URL | null {
  return URL.parse(href, URL.canParse(base) ? base : undefined);
}

/** A name without a dot is nowhere on the web, unless the source itself lives there. */
function isReachable(host: string, base: string): boolean {
  return host.includes(".") || host.startsWith("[") || host === URL.parse(base)?.hostname;
}

/** True for a link to a place in the same page. */
export function isWithinPage(url: string, base: string): boolean {
  const at = url.indexOf("#");
  return at >= 0 && url.slice(0, at) === base.split("#", 1)[0];
}
