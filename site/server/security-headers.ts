/**
 * Headers of every answer of the public server, whatever its status (OWASP secure headers, Mozilla Observatory A+).
 * The pages need no inline script or style, hence the narrow policy.
 */
export type SecuritySettings = {
  publicUrl: string
  /** Also bind every sub-domain of the province to https. Off unless the installer knows that all of them speak it. */
  hstsSubdomains?: boolean
}

const twoYears = 63_072_000

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
]

/** Files that departments uploaded run nothing and load nothing, even when opened by themselves. */
export const uploadPolicy =
  "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Chromium's PDF viewer shows nothing under `sandbox` and only a strip without inline styles (crbug.com/271452). */
export const pdfPolicy =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Name → value. Strict transport security and `upgrade-insecure-requests` only where the public address is https. */
export function securityHeaders({
  publicUrl,
  hstsSubdomains = false,
}: SecuritySettings): Record<string, string> {
  const isSecure = publicUrl.startsWith('https://')
  const policy = isSecure ? [...pagePolicy, 'upgrade-insecure-requests'] : pagePolicy
  const transport = `max-age=${twoYears}${hstsSubdomains ? '; includeSubDomains; preload' : ''}`
  return {
    'Content-Security-Policy': policy.join('; '),
    ...(isSecure ? { 'Strict-Transport-Security': transport } : {}),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  }
}
