// Replays a recorded run of edits through a real language client, in each position encoding, and compares what the
// server pushes after every edit with what a fresh `candor check` says of the same text.
//
//   node replay.js CANDOR
'use strict';
const assert = require('assert');
const { spawn, spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { pathToFileURL } = require('url');
const protocol = require('vscode-languageserver-protocol/node');

const candor = process.argv[2];
const recorded = JSON.parse(fs.readFileSync(path.join(__dirname, 'edits.json'), 'utf8'));
const severities = { error: 1, warning: 2, info: 3 };
const units = { // of one code point
  'utf-8': (c) => Buffer.byteLength(c), 'utf-16': (c) => c.length, 'utf-32': () => 1,
};

const lengthIn = (text, encoding) => [...text].reduce((sum, c) => sum + units[encoding](c), 0);
const linesOf = (text) => text.split(/\r\n|\r|\n/);

// The edit's place, recorded as an index into the text's code points, as the client would send it.
function place(codePoints, index, encoding) {
  const lines = linesOf(codePoints.slice(0, index).join(''));
  return { line: lines.length - 1, character: lengthIn(lines[lines.length - 1], encoding) };
}

// What `candor check` says in JSON as LSP has it: made here, on its own, from the contract.
function expected(folder, name, text, encoding) {
  const run = spawnSync(candor, ['check', '-', '--force-exclude', '--stdin-filename', name, '--format', 'json', '--as-of',
    recorded.asOf], { cwd: folder, input: text, encoding: 'utf8' });
  assert.ok(run.status === 0 || run.status === 1, run.stderr);
  const contents = (file) => (file === name ? text : fs.readFileSync(path.join(folder, file), 'utf8'));
  const position = (file, { line, column }) => ({
    line: line - 1,
    character: lengthIn([...linesOf(contents(file))[line - 1]].slice(0, column - 1).join(''), encoding),
  });
  const range = (file, r) => ({ start: position(file, r.start), end: position(file, r.end) });
  return JSON.parse(run.stdout).findings.map((finding) => {
    const diagnostic = {
      range: range(finding.file, finding.range),
      severity: severities[finding.severity],
      code: finding.rule,
      source: 'candor',
      message: finding.help === '' ? finding.message : `${finding.message}\n${finding.help}`,
    };
    if (finding.related.length > 0) {
      diagnostic.relatedInformation = finding.related.map((other) => ({
        location: { uri: pathToFileURL(path.join(folder, other.file)).href, range: range(other.file, other.range) },
        message: other.message,
      }));
    }
    return diagnostic;
  });
}

async function replay(encoding) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'candor-client-')));
  for (const [name, text] of Object.entries(recorded.files)) fs.writeFileSync(path.join(folder, name), text);
  const server = spawn(candor, ['lsp', '--stdio', '--as-of', recorded.asOf], { cwd: os.tmpdir() });
  const connection = protocol.createProtocolConnection(
    new protocol.StreamMessageReader(server.stdout), new protocol.StreamMessageWriter(server.stdin));
  const uri = pathToFileURL(path.join(folder, recorded.name)).href;
  const pushes = [];
  let arrived = () => {};
  connection.onNotification(protocol.PublishDiagnosticsNotification.type, (params) => {
    if (params.uri === uri) { pushes.push(params); arrived(); }
  });
  connection.onNotification(protocol.LogMessageNotification.type, ({ message }) => assert.fail(message));
  connection.listen();
  const pushOf = async (version) => {
    for (;;) {
      const push = pushes.find((p) => p.version === version);
      if (push) return push;
      await new Promise((resolve) => { arrived = resolve; });
    }
  };
  const compare = async (version, text) => {
    const { diagnostics } = await pushOf(version);
    for (const d of diagnostics) { delete d.data; delete d.codeDescription; }
    assert.deepStrictEqual(diagnostics, expected(folder, recorded.name, text, encoding), `version ${version}: ${text}`);
    return diagnostics.length;
  };

  const { capabilities } = await connection.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: null,
    capabilities: {
      general: { positionEncodings: [encoding] },
      textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
    },
  });
  assert.strictEqual(capabilities.positionEncoding, encoding);
  await connection.sendNotification(protocol.InitializedNotification.type, {});

  let text = recorded.text;
  let found = 0;
  await connection.sendNotification(protocol.DidOpenTextDocumentNotification.type,
    { textDocument: { uri, languageId: 'markdown', version: 0, text } });
  found += await compare(0, text);
  for (const [index, edit] of recorded.edits.entries()) {
    const codePoints = [...text];
    const range = { start: place(codePoints, edit.from, encoding), end: place(codePoints, edit.to, encoding) };
    codePoints.splice(edit.from, edit.to - edit.from, ...edit.text);
    text = codePoints.join('');
    await connection.sendNotification(protocol.DidChangeTextDocumentNotification.type,
      { textDocument: { uri, version: index + 1 }, contentChanges: [{ range, text: edit.text }] });
    found += await compare(index + 1, text);
  }
  assert.ok(found > recorded.edits.length, 'a run without findings proves nothing');
  assert.strictEqual(text, recorded.result);

  await connection.sendRequest(protocol.ShutdownRequest.type);
  const ended = new Promise((resolve) => { server.on('exit', resolve); });
  await connection.sendNotification(protocol.ExitNotification.type);
  assert.strictEqual(await ended, 0);
  fs.rmSync(folder, { recursive: true });
  console.log(`${encoding}: ${recorded.edits.length + 1} pushes equal to a fresh check, ${found} diagnostics`);
}

(async () => {
  for (const encoding of ['utf-8', 'utf-16', 'utf-32']) await replay(encoding);
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
