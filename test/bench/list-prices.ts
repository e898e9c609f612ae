/**
 * US list prices in dollars, read in November 2026 as of October; an agency's own contract may differ.
 * Twilio: the price list for US long codes; the carriers' fees are passed on per segment. AWS: the price lists of
 * us-east-1, on demand, arm64, without the free tier.
 */
export const LIST_PRICES = {
  asOf: '2026-10',
  text: {
    /** A segment, out or in. */
    segment: 0.0083,
    /** The mean of AT&T 0.0035, Verizon 0.0045 and T-Mobile 0.0045. */
    carrierFeeOut: 0.0042,
    /** Of the three only T-Mobile charges for what comes in: a third of 0.0025. */
    carrierFeeIn: 0.0008,
  },
  dynamo: { writeUnit: 0.625e-6, readUnit: 0.125e-6 },
  lambda: { request: 0.2e-6, gigabyteSecond: 13.3334e-6 },
  queueRequest: 0.4e-6,
  apiRequest: 1e-6,
  busEvent: 1e-6,
} as const;
