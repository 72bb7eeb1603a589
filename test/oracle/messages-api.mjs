import { createServer } from 'node:http';

/**
 * A Messages API on loopback that says what it is told. A prompt that contains `[[S:id]]` is answered with the blocks
 * of that script, then with an end; anything else (titles, classifiers) with a word. It keeps no state: which turn is
 * due is read from the request, so retries and several clients just work.
 */
export async function startMessagesApi() {
  const scripts = new Map();
  let count = 0;
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const path = request.url.split('?')[0];
    if (request.method !== 'POST' || !path.includes('/v1/messages'))
      return sendJson(response, { data: [], has_more: false });
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    if (path.endsWith('/count_tokens')) return sendJson(response, { input_tokens: 100 });
    count += 1;
    const blocks = blocksFor(body, scripts);
    return body.stream ? sendStream(response, blocks, count) : sendJson(response, messageOf(blocks, count));
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    say: (id, blocks) => scripts.set(id, blocks),
    forget: (id) => scripts.delete(id),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function blocksFor(body, scripts) {
  const messages = body.messages ?? [];
  const at = messages.findLastIndex(
    ({ role, content }) => role === 'user' && textOf(content).includes('[[S:'),
  );
  const id =
    at < 0 ? undefined : [...textOf(messages[at].content).matchAll(/\[\[S:([^\]]+)\]\]/g)].at(-1)?.[1];
  const isAgent = (body.tools ?? []).length > 0;
  if (id === undefined || !isAgent || !scripts.has(id)) return [{ type: 'text', text: 'ok' }];
  const answered = messages.slice(at + 1).some(({ role }) => role === 'assistant');
  return answered ? [{ type: 'text', text: 'Done.' }] : scripts.get(id);
}

function textOf(content) {
  if (typeof content === 'string') return content;
  return (content ?? []).map((block) => (block.type === 'text' ? block.text : '')).join('\n');
}

function messageOf(blocks, count) {
  const isCall = blocks.some(({ type }) => type === 'tool_use');
  return {
    id: `msg_${String(count).padStart(8, '0')}`,
    type: 'message',
    role: 'assistant',
    model: 'claude',
    content: blocks,
    stop_reason: isCall ? 'tool_use' : 'end_turn',
    stop_sequence: null,
    usage: {
      input_tokens: 10,
      output_tokens: 10,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
    },
  };
}

function sendJson(response, value) {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

function sendStream(response, blocks, count) {
  const message = messageOf(blocks, count);
  const events = [['message_start', { message: { ...message, content: [], stop_reason: null } }]];
  for (const [index, block] of blocks.entries()) {
    const isCall = block.type === 'tool_use';
    const delta = isCall
      ? { type: 'input_json_delta', partial_json: JSON.stringify(block.input) }
      : { type: 'text_delta', text: block.text };
    events.push(
      [
        'content_block_start',
        { index, content_block: isCall ? { ...block, input: {} } : { type: 'text', text: '' } },
      ],
      ['content_block_delta', { index, delta }],
      ['content_block_stop', { index }],
    );
  }
  events.push(
    [
      'message_delta',
      { delta: { stop_reason: message.stop_reason, stop_sequence: null }, usage: { output_tokens: 10 } },
    ],
    ['message_stop', {}],
  );
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.end(
    events.map(([type, data]) => `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`).join(''),
  );
}
