# SPDX-License-Identifier: Apache-2.0
"""A unix socket before another one: what goes through can be held up, without its owner knowing."""

import asyncio
import contextlib
import pathlib
import subprocess
import sys

from .process import end, stopped, wait_until


class Relay:
    def __init__(self, socket, target):
        self.socket = socket
        self.process = subprocess.Popen([sys.executable, "-m", __name__, str(socket), str(target)],
                                        cwd=pathlib.Path(__file__).parents[1],
                                        stdin=subprocess.DEVNULL)
        wait_until(socket.exists, socket)

    def hanging(self):
        return stopped(self.process)

    def close(self):
        end(self.process)


async def pass_on(reader, writer):
    with contextlib.suppress(ConnectionError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()


async def serve(socket, target):
    async def connected(reader, writer):
        far_reader, far_writer = await asyncio.open_unix_connection(target)
        await asyncio.gather(pass_on(reader, far_writer), pass_on(far_reader, writer))

    server = await asyncio.start_unix_server(connected, socket)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(*sys.argv[1:]))
