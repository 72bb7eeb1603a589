/** Tools that need no permission (documentation: tools reference; recorded from clients 2.1.197 and 2.1.330). */
export const FREE_TOOLS: ReadonlySet<string> = new Set([
  'Agent',
  'CronCreate',
  'CronDelete',
  'CronList',
  'EndConversation',
  'EnterPlanMode',
  'EnterWorktree',
  'ExitWorktree',
  'LSP',
  'ListAgents',
  'ListMcpResourcesTool',
  'PushNotification',
  'ReadMcpResourceDirTool',
  'ReadMcpResourceTool',
  'ReadNotifications',
  'RemoteTrigger',
  'ReportFindings',
  'ScheduleWakeup',
  'SendMessage',
  'SendUserFile',
  'SendUserMessage',
  'TaskCreate',
  'TaskGet',
  'TaskList',
  'TaskOutput',
  'TaskStop',
  'TaskUpdate',
  'TodoWrite',
  'ToolSearch',
  'WaitForMcpServers',
]);

/** Free tools that the classifier looks at all the same, by mode (recorded from client 2.1.330). */
export const CLASSIFIED_TOOLS: Readonly<Record<'auto' | 'plan', ReadonlySet<string>>> = {
  auto: new Set(['Agent', 'CronCreate', 'SendMessage']),
  plan: new Set(['Agent', 'SendMessage']),
};

/** Tools that are a question to the human in themselves: no rule and no mode answers it. */
export const INTERACTIVE_TOOLS: ReadonlySet<string> = new Set(['AskUserQuestion', 'ExitPlanMode']);
