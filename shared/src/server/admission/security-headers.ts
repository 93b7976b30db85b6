import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Nothing is loaded but from the origin itself, nothing inline, and no page may hold this one in a frame. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'base-uri': ["'none'"],
    'connect-src': ["'self'"],
    'font-src': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'img-src': ["'self'", 'data:'],
    'manifest-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
  },
};

/** The same headers on every answer of every part. */
export function securityHeaders(): RequestHandler {
  return helmet({ contentSecurityPolicy, frameguard: { action: 'deny' }, referrerPolicy: { policy: 'no-referrer' } });
}
