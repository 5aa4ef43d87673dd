"""Other programs' side of mail: a server that takes it, a mailbox file, and how a parser reads it.

serve PORT FOLDER plain|starttls|tls CERTIFICATE KEY
    aiosmtpd on loopback; what it takes lies in FOLDER as 1.eml, 2.eml … with 1.json, the envelope.
    The files refuse, drop-before and drop-after in FOLDER name recipients, one a line, that are
    refused, or at which the connection breaks before or after the message came.
parse FILE
    a message as Python's email package reads it, as JSON.
mbox FILE MAIL…
    a mailbox file by Python's mailbox module.
"""

import email
import email.policy
import hashlib
import json
import mailbox
import os
import ssl
import sys
import threading


def serve(port, folder, security, certificate, key):
    from aiosmtpd.controller import Controller
    from aiosmtpd.smtp import AuthResult

    def listed(name):
        path = os.path.join(folder, name)
        return open(path).read().split() if os.path.exists(path) else []

    class Handler:
        count = 0

        async def handle_RCPT(self, server, session, envelope, address, options):
            if address in listed("refuse"):
                return "550 5.1.1 no such user"
            if address in listed("drop-before"):
                server.transport.abort()
                return "421 gone"
            envelope.rcpt_tos.append(address)
            return "250 OK"

        async def handle_DATA(self, server, session, envelope):
            self.count += 1
            with open(os.path.join(folder, f"{self.count}.eml"), "wb") as file:
                file.write(envelope.original_content)
            with open(os.path.join(folder, f"{self.count}.json"), "w") as file:
                json.dump({
                    "from": envelope.mail_from, "to": envelope.rcpt_tos,
                    "tls": session.ssl is not None or security == "tls",
                    "user": (session.auth_data or b"").decode() or None}, file)
            if set(envelope.rcpt_tos) & set(listed("drop-after")):
                server.transport.abort()
            return "250 OK"

    def authenticate(server, session, envelope, mechanism, data):
        right = data.password == b"mat-khau"
        return AuthResult(success=right, handled=right, auth_data=data.login)

    context = None
    if security != "plain":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, key)
    options = {"authenticator": authenticate, "hostname": "127.0.0.1", "port": int(port)}
    if security == "tls":
        options |= {"ssl_context": context, "auth_require_tls": False}
    elif security == "starttls":
        options |= {"tls_context": context, "require_starttls": True}
    else:
        options |= {"auth_require_tls": False}
    Controller(Handler(), **options).start()
    print("ready", flush=True)
    threading.Event().wait()


def parse(path):
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    parts = list(message.walk())
    text = {part.get_content_type(): part.get_content()
            for part in parts if part.get_content_maintype() == "text"}
    attachments = [part for part in parts if part.get_content_disposition() == "attachment"]
    print(json.dumps({
        "headers": {name: str(value) for name, value in message.items()},
        "types": [part.get_content_type() for part in parts],
        "text": text.get("text/plain"), "html": text.get("text/html"),
        "names": [part.get_filename() for part in attachments],
        "hashes": [hashlib.sha256(part.get_payload(decode=True)).hexdigest()
                   for part in attachments],
        "defects": [str(defect) for part in parts for defect in part.defects]}))


def mbox(path, *mails):
    box = mailbox.mbox(path)
    for mail in mails:
        with open(mail, "rb") as file:
            box.add(mailbox.mboxMessage(email.message_from_binary_file(file)))
    box.close()


{"serve": serve, "parse": parse, "mbox": mbox}[sys.argv[1]](*sys.argv[2:])
