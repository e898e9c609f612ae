import { showClock, startClockPanel } from './clock.js';
import { followInForm, startClosePanel } from './close-session.js';
import { byId } from './dom.js';
import { showFirstSteps } from './first-steps.js';
import { followStack } from './live.js';
import { showMailbox, startMailboxPanel } from './mailbox.js';
import { switchPanels } from './panels.js';
import { showPhone, startPhonePanel } from './phone.js';
import { showStaff } from './staff.js';
import { showTimeline, startTimelinePanel } from './timeline.js';
import { showTrouble, startTroublePanel } from './trouble.js';

switchPanels();
startClockPanel();
startPhonePanel();
startMailboxPanel();
startTimelinePanel();
startTroublePanel();
await startClosePanel();

followStack(
  [showClock, showPhone, showMailbox, showStaff, showTimeline, showTrouble, followInForm, showFirstSteps],
  (isLost) => {
    byId('lost', HTMLElement).hidden = !isLost;
  },
);
