import { CountryFault, describeFault } from './country-fault';

const withCode = (code: string): Error => Object.assign(new Error('connect 10.1.2.3:5432'), { code });

describe('a fault of a country', () => {
  it.each([
    ['a refused connection', withCode('ECONNREFUSED'), { kind: 'UNREACHABLE', delivered: false, reason: 'ECONNREFUSED' }],
    ['an unknown host', withCode('ENOTFOUND'), { kind: 'UNREACHABLE', delivered: false, reason: 'ENOTFOUND' }],
    [
      'no connection in time',
      withCode('UND_ERR_CONNECT_TIMEOUT'),
      { kind: 'UNREACHABLE', delivered: false, reason: 'UND_ERR_CONNECT_TIMEOUT' },
    ],
    ['a broken connection', withCode('ECONNRESET'), { kind: 'UNREACHABLE', delivered: true, reason: 'ECONNRESET' }],
    ['a closed socket', withCode('UND_ERR_SOCKET'), { kind: 'UNREACHABLE', delivered: true, reason: 'UND_ERR_SOCKET' }],
    ['a deadline', new DOMException('late', 'TimeoutError'), { kind: 'TIMEOUT', delivered: true, reason: 'deadline' }],
    [
      'an answer that is too long',
      withCode('UND_ERR_RES_EXCEEDED_MAX_SIZE'),
      { kind: 'ERROR', delivered: true, reason: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' },
    ],
    ['something else', new TypeError('at 10.1.2.3'), { kind: 'ERROR', delivered: true, reason: 'TypeError' }],
  ])('says what %s means, without its message', (_, error, details) => {
    expect(describeFault(error)).toEqual(details);
  });

  it('is told in a sentence for everyone', () => {
    const fault = new CountryFault({ code: 'GB', name: 'United Kingdom' }, { kind: 'TIMEOUT', delivered: true, reason: 'deadline' });
    expect(fault.message).toBe('The registry of United Kingdom does not answer.');
  });
});
